export const passwordMin = 12;
export const passwordMax = 200;

export interface PasswordJudgement {
  /** 0 (can't be used) to 4 (strong). */
  readonly score: 0 | 1 | 2 | 3 | 4;
  /** “Weak”, “Strong” and the like. */
  readonly word: string;
  /** What would make it better; empty when it is fine. */
  readonly hint: string;
}

const common = /passw|qwert|asdf|letmein|welcome|admin|secret|iloveyou|monkey|dragon|delegated/i;
const words = ['Too short', 'Weak', 'Fair', 'Good', 'Strong'] as const;

/**
 * A rough judgement that says what to do next. The server decides by length alone: people choose better passwords when they
 * are told how than when they are forced.
 */
export function judgePassword(password: string): PasswordJudgement {
  const characters = [...password]; // as the server counts: characters, not bytes
  const length = characters.length;
  if (length < passwordMin) {
    const missing = passwordMin - length;
    return { score: 0, word: words[0], hint: `${missing} more ${missing === 1 ? 'character' : 'characters'} needed.` };
  }
  if (length > passwordMax) {
    return { score: 0, word: 'Too long', hint: `At most ${passwordMax} characters.` };
  }
  const different = new Set(characters.map((c) => c.toLowerCase())).size;
  const runs = characters.filter((c, i) => {
    const step = c.charCodeAt(0) - (characters[i - 1] ?? '').charCodeAt(0);
    return i > 0 && Math.abs(step) <= 1; // aaaa, 1234, dcba
  }).length;
  if (different < 5 || runs > length / 2) {
    return {
      score: 1,
      word: words[1],
      hint: 'It repeats itself or counts up. Take a few words that have nothing to do with each other.',
    };
  }
  if (common.test(password) && length < 20) {
    return { score: 1, word: words[1], hint: 'It contains a word that is tried first. Take a few others.' };
  }
  if (length < 14 || different < 8)
    return { score: 2, word: words[2], hint: 'A few more characters, or another word, make it good.' };
  if (length < 18) return { score: 3, word: words[3], hint: '' };
  return { score: 4, word: words[4], hint: '' };
}
