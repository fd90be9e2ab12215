/** What "IT Services: Escalation Procedure" says, sentence by sentence, and where the sample's site says it. */

export type Place = { page: string; heading: string; phrase: string }
export type Statement = { said: string; places: readonly Place[] }

const at = (page: string, heading: string, phrase: string): Place => ({ page, heading, phrase })
const first = (heading: string, phrase: string): Place => at('/', heading, phrase)

/** In the order of the procedure; together they are all of it. */
export const statements: readonly Statement[] = [
  {
    said: 'We have designed a new escalations process to increase both user satisfaction and efficiency in resolving IT issues.',
    places: [
      first(
        'Why we do this',
        'We want you to be happier with the help you get, and to waste less time on it.',
      ),
      first('Why we do this', 'to increase both user satisfaction and efficiency in resolving IT issues'),
    ],
  },
  {
    said: 'With clearly defined escalation paths and streamlined communication channels, ITS can quickly identify and address issues, spot and monitor trends, and provide long-term improvements in IT performance — enhancing the user experience for all of our colleagues.',
    places: [
      first('Why we do this', 'With one clear way to escalate, we hear about problems sooner.'),
      first(
        'Why we do this',
        'When many people tell us the same thing, we can see it, and look for a fix that lasts.',
      ),
      first('Why we do this', 'enhancing the user experience for all of our colleagues'),
    ],
  },
  {
    said: 'We encourage you to escalate IT issues under the following circumstances:',
    places: [
      first('Not happy with the help, or the speed?', 'Then escalate. You are welcome to'),
      first('When to escalate', 'We encourage you to escalate IT issues'),
    ],
  },
  {
    said: 'If you have submitted a ticket and gone through the standard IT support process, and you are not satisfied with the level or speed of service you have received.',
    places: [
      first(
        'When to escalate',
        'You sent in a ticket and went through normal IT support, and you are not happy with the help you got, or with how long it took.',
      ),
      at('/flowchart/', 'Step by step', 'Are you satisfied with the level and speed of service?'),
    ],
  },
  {
    said: 'We aim to deliver high-quality support within established time frames, so please review and consider our service level targets before escalating items.',
    places: [
      first('When to escalate', 'Have a look at the service level targets first'),
      at('/flowchart/', 'Step by step', 'Look at the service level targets'),
    ],
  },
  {
    said: 'Or if there is a tangible, adverse impact to your programmatic or operational activities (day-to-day or other).',
    places: [
      first('When to escalate', 'Or the problem does real harm to your work, today or over time.'),
      at('/flowchart/', 'Step by step', 'Does it harm your work: a tangible, adverse impact?'),
    ],
  },
  {
    said: 'Note the escalation process is not for "in-the-moment" emergencies.',
    places: [
      first('Need help right now?', 'An escalation is not for an emergency in the moment.'),
      first('When not to', 'Do not send an e-mail.'),
    ],
  },
  {
    said: 'If you need assistance with a critical issue, call the ITS Service Desk on 020 7882 8888 or contact us through live chat',
    places: [
      first('Need help right now?', '020 7882 8888'),
      first('When not to', 'Call the ITS Service Desk on 020 7882 8888, or use live chat.'),
      at('/flowchart/', 'Step by step', 'Call the ITS Service Desk on 020 7882 8888, or use live chat'),
    ],
  },
  {
    said: 'We will acknowledge and investigate all escalation requests and all items will have a designated owner throughout the escalation process.',
    places: [
      first('What happens next', 'We tell you that we have your request.'),
      first('What happens next', 'We look into it. We do this for every request.'),
      first('What happens next', 'It has an owner, from start to end.'),
    ],
  },
  {
    said: 'We will also keep you updated regularly on the progress/status of the escalated item until the issue is resolved.',
    places: [first('What happens next', 'We keep you up to date until the problem is solved.')],
  },
  {
    said: 'To escalate IT issues, email its-escalations@qmul.ac.uk.',
    places: [
      first('How to escalate', 'Send an e-mail to its-escalations@qmul.ac.uk.'),
      at('/flowchart/', 'Step by step', 'E-mail its-escalations@qmul.ac.uk with your IT ticket number'),
    ],
  },
  {
    said: 'When escalating items: Please include your IT ticket number',
    places: [first('How to escalate', 'Put your IT ticket number in it.')],
  },
  {
    said: 'Please do not contact the ITS leadership team or other contacts you might have in IT Services to assist with escalations.',
    places: [
      first(
        'How to escalate',
        'Do not write to the ITS leadership team, or to people you know in IT Services.',
      ),
    ],
  },
  {
    said: 'Check out the flowchart below to understand how the escalation process works.',
    places: [
      at(
        '/flowchart/',
        'How an escalation goes',
        'Check out the flowchart below to understand how the escalation process works.',
      ),
      first('What happens next', 'the flowchart shows the way'),
    ],
  },
  {
    said: 'Interested in learning more about the escalation process? Read more here',
    places: [first('Why we do this', 'There is more to read for those who want it.')],
  },
]

/** What the institution has not published, said to be so. */
export const notPublished: readonly Place[] = [
  at(
    '/flowchart/',
    'How an escalation goes',
    'Its stages, and the roles of those who act in them, are not published, so they are not shown here.',
  ),
  first('What happens next', 'The procedure does not say how soon each step comes.'),
  first('If you have no ticket yet', 'The procedure does not say where to send one in.'),
]
