import { inner, type KeptTables, you } from './kept-table.ts'

/** What is kept about how somebody learns (kept.ts). */
export const keptLearning: KeptTables = {
  enrolments: {
    as: 'enrolments',
    of: [['person_id', 'person']],
    told: ['id', 'course_id', 'revision_id', 'started_at', 'completed_at', 'renews', 'pages'],
    leftOut: { person_id: you },
  },
  rereadings: {
    as: 'changed_pages_read',
    of: [['earned_in', 'enrolment']],
    told: ['earned_in', 'course_id', 'number', 'revision_id', 'done_in', 'done_at', 'done_on'],
    leftOut: {},
  },
  page_readings: {
    as: 'pages_read',
    of: [['enrolment_id', 'enrolment']],
    told: ['enrolment_id', 'module_id', 'page_id', 'round', 'read_at'],
    leftOut: {},
  },
  situation_steps: {
    as: 'situation_choices',
    of: [['enrolment_id', 'enrolment']],
    told: ['enrolment_id', 'module_id', 'step_id', 'choice', 'next_step_id', 'ending', 'taken_at'],
    leftOut: { id: inner },
  },
  exercise_rounds: {
    as: 'exercise_rounds',
    of: [['enrolment_id', 'enrolment']],
    told: [
      ...(['enrolment_id', 'module_id', 'drawn_on', 'guests', 'started_at'] as const),
      ...(['answers', 'answered_at', 'right_count', 'passed_at'] as const),
    ],
    leftOut: { id: inner },
  },
  attempts: {
    as: 'attempts',
    of: [['person_id', 'person']],
    told: [
      ...(['id', 'enrolment_id', 'module_id', 'number', 'asked', 'started_at', 'submitted_at'] as const),
      ...(['right_count', 'question_count', 'passed_at'] as const),
    ],
    leftOut: { person_id: you },
  },
  answers: {
    as: 'answers',
    of: [['attempt_id', 'attempt']],
    told: ['attempt_id', 'question_id', 'choice', 'answered_at'],
    leftOut: {},
  },
}
