/** The questions of the form as lines of a text, where the installation brings none of its own. */
export const questionLines: readonly string[] = [
  'My ticket number:',
  'If I have none, the room, and how and when I reported it:',
  'What is wrong, and what it is stopping me doing:',
  'I need it by:',
  '',
  'Why I escalate (too slow, not good enough, harm to my work):',
  'It was fixed and came back (yes or no):',
  'I ask for (myself, a colleague, a group):',
  'What has been tried:',
  'What would help (a fix, a way round it, an answer, a call back):',
  'How to reach me:',
]
