/** What is wrong, for programs: the codes of the API, and those of the way to it. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'RATE_LIMITED'
  | 'INTERNAL'
  | 'NETWORK'
  | (string & {});

/** A request that was refused or failed as a whole; the caller can't mend it in a form. */
export class ApiError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
  }
}

/** One fault that the person can mend. */
export interface UserError {
  readonly code: string;
  readonly message: string;
  readonly field?: readonly string[] | null | undefined;
}

/** A mutation that was refused with reasons that the person can mend. */
export class UserErrors extends Error {
  readonly errors: readonly UserError[];

  constructor(errors: readonly UserError[]) {
    super(errors.map((error) => error.message).join(' '));
    this.name = 'UserErrors';
    this.errors = errors;
  }

  /** Whether one of them is of this kind. */
  has(code: string): boolean {
    return this.errors.some((error) => error.code === code);
  }

  /** The messages for one input, named by the last part of its path: the form shows them beside it. */
  for(field: string): string | undefined {
    const found = this.errors.filter((error) => error.field?.at(-1) === field);
    return found.length > 0 ? found.map((error) => error.message).join(' ') : undefined;
  }

  /** The messages that belong to none of these inputs. */
  except(...fields: string[]): string | undefined {
    const rest = this.errors.filter((error) => !fields.includes(error.field?.at(-1) ?? ''));
    return rest.length > 0 ? rest.map((error) => error.message).join(' ') : undefined;
  }
}

/** What to tell a person about any error: never a stack, never a word for programs. */
export function messageOf(error: unknown): string {
  if (error instanceof UserErrors) return error.message;
  if (!(error instanceof ApiError)) return 'Something went wrong on this page. Nothing was changed.';
  switch (error.code) {
    case 'NETWORK':
      return 'The server can’t be reached. Check your connection, then try again.';
    case 'UNAUTHENTICATED':
      return 'You are signed out. Sign in again to go on.';
    case 'FORBIDDEN':
      return 'You may not do this. A Global Administrator of your organization can.';
    case 'NOT_FOUND':
      return 'It does not exist, or you may not see it any more.';
    case 'INTERNAL':
      return 'The server could not do this. Try again in a moment.';
    default:
      return error.message;
  }
}
