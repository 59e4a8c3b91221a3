/** Attributes of a cookie of ours. */
export interface CookieOptions {
  readonly httpOnly: true;
  readonly sameSite: "lax";
  readonly path: "/";
  readonly secure: boolean;
  readonly maxAge: number;
}

/** The cookies of a request, and those of its answer. */
export interface SignInCookies {
  get(name: string): string | undefined;
  set(name: string, value: string, options: CookieOptions): void;
}

/** What signing in needs of a request. */
export interface SignInRequest {
  readonly userAgent: string;
  /** The client's. */
  readonly address: string;
  readonly cookies: SignInCookies;
}
