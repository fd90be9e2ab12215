/** The script of the page with the intake form. */
import { drawerOf } from './draft.ts'
import { IntakePage } from './page.ts'

const form = document.querySelector<HTMLFormElement>('form[data-intake]')
if (form !== null)
  new IntakePage(
    form,
    drawerOf(() => sessionStorage),
  ).open()
