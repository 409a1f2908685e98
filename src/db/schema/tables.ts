import type { AuditTables } from './audit.ts'
import type { CertificatesTables } from './certificates.ts'
import type { CoursesTables } from './courses.ts'
import type { LearningTables } from './learning.ts'
import type { PeopleTables } from './people.ts'
import type { RequirementsTables } from './requirements.ts'
import type { SigninTables } from './signin.ts'

/** The whole data model: one file a room beside this one. Instants end in `_at`, civil days in `_on`; both are text that compares right. */
export interface Tables
  extends PeopleTables,
    SigninTables,
    CoursesTables,
    RequirementsTables,
    LearningTables,
    CertificatesTables,
    AuditTables {}
