import type { Certificate, Ending } from '#certificates/certificate.ts'

const both = (da: string, en: string) => ({ da, en })

/** A certificate as the real course gives it. */
export const sample: Certificate = {
  number: '7K3M9QX2TB5RWV8DHN4CZ6PJFY1',
  personId: 'ines',
  courseId: 'grundkursus',
  revisionId: 'grundkursus-0123456789abcdef',
  enrolmentId: 'e1',
  holderName: 'Åse Ørsted Kjær',
  issuedAt: '2026-11-22T12:00:00.000Z',
  issuedOn: '2026-11-22',
  lastOn: '2028-11-22',
  endings: [],
  replaces: null,
  replacedBy: null,
  owes: null,
  broughtUp: null,
  later: [],
  snapshot: {
    course: { id: 'grundkursus', title: both('Grundkursus i et trygt natteliv', 'Basic course in a safe nightlife') },
    modules: [
      {
        id: 'politisamarbejde',
        title: both('Samarbejde med politiet', 'Working with the police'),
        theoryOnly: false,
        reviewed: [],
      },
      { id: 'foerstehjaelp', title: both('Førstehjælp', 'First aid'), theoryOnly: true, reviewed: [] },
    ],
    revision: { id: 'grundkursus-0123456789abcdef', number: 3 },
    validityMonths: 24,
    partnership: 'Holstebro',
    issuedOn: '2026-11-22',
    lastOn: '2028-11-22',
    demo: false,
  },
}

/** The same, revoked, withdrawn or replaced on 1 June 2027. */
export const ended = (kind: Ending['kind'], reason: string): Certificate => ({
  ...sample,
  holderName: kind === 'revoked' ? sample.holderName : null,
  replacedBy: kind === 'replaced' ? 'H1C7QK5V20DSJ9ZTWYXB8N4MRA' : null,
  endings: [{ kind, reason, fromOn: '2027-06-01', writtenAt: '2027-06-01T10:00:00.000Z' }],
})
