/** Why a password is refused; the name of a message. */
export type PasswordFault = "short" | "long" | "common" | "email" | "product";

const SHORTEST = 8;
const LONGEST = 128;
const PRODUCT = ["intishar", "انتشار"];

// The most frequent ones of published lists that are long enough to get past the first rule.
const COMMON = new Set(
  `00000000 11111111 11223344 12121212 12341234 12344321 12345678 123456789 1234567890 123123123 123321123
  1q2w3e4r 1q2w3e4r5t 1qaz2wsx 87654321 987654321 88888888 99999999 a1b2c3d4 aa123456 abc12345 abcd1234
  abcdefgh admin123 administrator asdfasdf asdfghjk asdfghjkl azertyuiop baseball changeme computer
  dragon123 football iloveyou internet jennifer letmein1 letmein123 master123 michelle monkey123 p@ssw0rd
  passw0rd password password1 password12 password123 password1234 princess q1w2e3r4 qazwsxedc qwer1234
  qwerty123 qwerty1234 qwertyui qwertyuiop secret123 starwars sunshine superman test1234 trustno1 user1234
  welcome1 welcome123 whatever zaq12wsx zxcvbnm1`.split(/\s+/),
);

/**
 * What is wrong with a new password, or null. Length counts characters, after NFKC as when hashing; there
 * are no rules on kinds of characters, which make passwords no harder to guess (NIST SP 800-63B, 3.1.1.2).
 * @param email the account's, in canonical form
 */
export function passwordFault(password: string, email: string): PasswordFault | null {
  const normal = password.normalize("NFKC");
  const length = [...normal].length;
  if (length < SHORTEST) return "short";
  if (length > LONGEST) return "long";
  const plain = normal.toLowerCase();
  if (COMMON.has(plain) || new Set(plain).size === 1) return "common";
  if (email !== "" && (plain === email || plain === email.split("@", 1)[0])) return "email";
  // Digits and signs behind the name are the first thing that is tried.
  const stem = plain.replace(/[^\p{L}]+$/u, "");
  return PRODUCT.includes(stem) ? "product" : null;
}
