const LONGEST = 254;
const LONGEST_LOCAL_PART = 64;
// Letters of any script, but none of the signs that mail headers, lists or eyes read as something else.
const LOCAL_PART = /^[\p{L}\p{M}\p{N}!#$%&*+/=?^_{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&*+/=?^_{|}~-]+)*$/u;
const LABEL = /^[\p{L}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;

/**
 * The one spelling under which an address is stored and looked up: NFKC, so that full-width letters are
 * the plain ones before anything is judged, without outer space, in lower case. Null when it is no address
 * of the form `local@domain.tld`.
 */
export function canonicalEmail(text: string): string | null {
  const email = text.normalize("NFKC").trim().toLowerCase().normalize("NFKC");
  if (email.length > LONGEST) return null;
  const [localPart = "", domain = "", ...more] = email.split("@");
  if (more.length > 0 || localPart.length > LONGEST_LOCAL_PART || !LOCAL_PART.test(localPart)) return null;
  const labels = domain.split(".");
  return labels.length >= 2 && labels.every((label) => LABEL.test(label)) ? email : null;
}
