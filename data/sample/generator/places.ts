import { at, type Random } from './random.ts'

export const buildings: readonly { name: string; weight: number }[] = [
  { name: 'Garden Building', weight: 9 },
  { name: 'Clock House', weight: 8 },
  { name: 'East Laboratories', weight: 7 },
  { name: 'Harbour Wing', weight: 6 },
  { name: 'Main Library', weight: 9 },
  { name: 'Law Court House', weight: 5 },
  { name: 'Mallow Street', weight: 4 },
  { name: 'Anatomy Building', weight: 5 },
  { name: 'Dental School', weight: 3 },
  { name: 'Engineering Hall', weight: 8 },
  { name: 'Student Hub', weight: 6 },
  { name: 'Registry House', weight: 4 },
  { name: 'West Residences', weight: 5 },
  { name: 'Canal Side', weight: 3 },
  { name: 'Home or travelling', weight: 11 },
]

export const departments: readonly { name: string; weight: number }[] = [
  { name: 'Engineering and Materials', weight: 9 },
  { name: 'Computer Science', weight: 7 },
  { name: 'Mathematics', weight: 5 },
  { name: 'Physical Sciences', weight: 6 },
  { name: 'Biological Sciences', weight: 7 },
  { name: 'Business School', weight: 9 },
  { name: 'Law School', weight: 7 },
  { name: 'Medical School', weight: 11 },
  { name: 'Dental Institute', weight: 4 },
  { name: 'Languages and Film', weight: 6 },
  { name: 'History', weight: 4 },
  { name: 'Geography', weight: 4 },
  { name: 'Politics', weight: 4 },
  { name: 'Economics', weight: 5 },
  { name: 'Library Services', weight: 3 },
  { name: 'Registry', weight: 4 },
  { name: 'Student Services', weight: 4 },
  { name: 'Finance', weight: 3 },
  { name: 'Human Resources', weight: 2 },
  { name: 'Estates', weight: 2 },
  { name: 'Research Office', weight: 2 },
  { name: 'Marketing', weight: 2 },
]

/** Someone who raises tickets. */
export interface Requester {
  name: string
  department: string
  isStudent: boolean
  /** How often this person calls, against 1. */
  keenness: number
}

const firsts =
  'Ada Adil Agnes Alba Aled Alina Amos Anika Anouk Asha Barney Bea Bilal Blanka Bram Cara Cato Cerys Dalia Darius Della Dilys Edie Efua Eira Elias Elke Emre Enid Esme Ezra Fay Felix Fiona Freya Gita Gus Gwen Hal Hana Hester Hilda Ilse Imre Ines Ismat Jago Jarek Jess Jonah Juno Kaia Kalpana Karim Kester Lars Lena Linus Lorna Lotte Mabel Mariam Milo Mina Minna Mustafa Nell Nico Nils Nora Olwen Omar Orla Otis Paloma Pearl Petra Quinn Rafi Rana Rhys Rosa Rufus Saba Saskia Selma Seth Shona Silas Suki Tess Tilda Tove Uma Una Vanya Vera Viola Wanda Wilf Xenia Yara Yusuf Zara Zeki'.split(
    ' ',
  )
const lasts =
  'Abbot Adair Alder Amberley Arden Arkwright Ashby Atwater Balfour Banerji Barrow Beaumont Bellamy Benning Birch Blackwood Bramall Brackley Cairns Cardew Carrow Chadwick Cheema Clavering Coombe Cottrell Cray Dalby Danjuma Darrow Dempster Denholm Dervish Dobrev Easton Eckhart Edgeworth Elwood Emsworth Fairley Falk Farah Fenn Ferris Fontaine Frayne Galbraith Gandy Garside Ghosh Gilmore Goss Grantley Grey Hadley Halloran Harcourt Hassan Haworth Heston Holloway Huang Ingram Iqbal Jarvis Jessop Kaminska Kapoor Keane Kendall Khatun Kinsey Kirwan Lacey Langley Larsen Lathom Leck Linden Lockhart Loxley Mabry Maitland Malik Marden Mensah Merton Moffat Mortlake Nkemelu Nair Nesbit Norcott Oduro Olsen Orchard Osei Paget Pascoe Pell Penrose Pryor Quayle Radley Rahman Ramsden Ridley Rossiter Rowan Saltmarsh Saunders Selby Sharma Sheldrake Shelton Sorensen Stanmore Stowe Sutcliffe Tahir Tamm Tarrant Thorne Tindall Tranmere Trevena Ullah Upton Vance Verity Vickers Wadham Wainwright Waverley Weller Whitby Winslow Wolfe Wyndham Yarrow Yeung Zeller'.split(
    ' ',
  )

/** Invents people who raise tickets, each name once. */
export function inventRequesters(random: Random, count: number): Requester[] {
  const names = random.shuffle(firsts.flatMap((first) => lasts.map((last) => `${first} ${last}`)))
  return Array.from({ length: count }, (_, i) => ({
    name: at(names, i),
    department: random.weighted(departments, ({ weight }) => weight).name,
    isStudent: random.chance(0.55),
    keenness: random.around(1, 0.9),
  }))
}
