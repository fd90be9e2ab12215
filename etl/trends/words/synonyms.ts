/** Words of the trade that mean the same, each line one thing; the first stands for all. Some are of two words or three. */
export const synonyms: readonly (readonly string[])[] = lines(`
  Wi-Fi, wifi, wi fi, wireless, wlan, eduroam
  e-mail, email, mail, e mail
  PC, computer, desktop, workstation
  login, log in, logging in, log on, logon, sign in, signing in, sign on, signin
  licence, license
  broken, not working, not work, doesn't work, don't work, won't work, stopped working, dead, faulty, defective, out of order, fails, failed, failing, failure
  phone, telephone
  mobile, cell phone, smartphone
  MFA, two-step, two-factor, 2FA, multi-factor, authenticator
  printer, photocopier, copier
  screen, monitor, display
  install, installation, installing, set up, setup
  internet, network, connectivity
  crash, freezes, frozen, hangs
  missing, not found, not available, unavailable, disappeared, not visible
  start, boot, turn on, power on, switch on
  phishing, scam, suspicious
`)

function lines(text: string): readonly (readonly string[])[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split(',').map((word) => word.trim()))
}
