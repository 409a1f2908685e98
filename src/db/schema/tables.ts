import type { AuditTables } from './audit.ts'
import type { CertificatesTables } from './certificates.ts'
import type { CoursesTables } from './courses.ts'
import type { DraftsTables } from './drafts.ts'
import type { DuplicatesTables } from './duplicates.ts'
import type { InvitationsTables } from './invitations.ts'
import type { KeepingTables } from './keeping.ts'
import type { LearningTables } from './learning.ts'
import type { MailTables } from './mail.ts'
import type { PackagesTables } from './packages.ts'
import type { PeopleTables } from './people.ts'
import type { RecoveryTables } from './recovery.ts'
import type { RequirementsTables } from './requirements.ts'
import type { RereadingTables } from './rereading.ts'
import type { ReviewingTables } from './reviewing.ts'
import type { SigninTables } from './signin.ts'
import type { TownTables } from './town.ts'

/** The whole data model: one file a room beside this one. Instants end in `_at`, civil days in `_on`; both are text that compares right. */
export interface Tables
  extends PeopleTables,
    MailTables,
    RecoveryTables,
    InvitationsTables,
    DuplicatesTables,
    TownTables,
    KeepingTables,
    SigninTables,
    CoursesTables,
    DraftsTables,
    PackagesTables,
    ReviewingTables,
    RereadingTables,
    RequirementsTables,
    LearningTables,
    CertificatesTables,
    AuditTables {}
