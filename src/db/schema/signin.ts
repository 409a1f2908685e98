export interface SignInsTable {
  /** SHA-256 of the cookie's token; the token itself is never stored. */
  token_hash: string
  person_id: string
  started_at: string
  /** Idle expiry, moved on while in use. */
  expires_at: string
  /** Absolute expiry, never moved. */
  ends_at: string
  /** What kind of device and browser, in few words (`iPhone, Safari`), so that its owner knows it again. */
  device: string | null
}

/** Failed tries, counted per account and per address so that a restart forgets nothing. Keys are hashes. */
export interface SignInTriesTable {
  id: string
  account_key: string
  address_key: string
  at: string
}

export interface SetupLinksTable {
  token_hash: string
  issued_at: string
  expires_at: string
  used_at: string | null
}

export interface SigninTables {
  sign_ins: SignInsTable
  sign_in_tries: SignInTriesTable
  setup_links: SetupLinksTable
}
