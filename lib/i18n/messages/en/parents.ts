/** What the parents of a file mean. */
export const parents = {
  "parents.cure": "{matches} of the {of} unknown parents are found if {how}.",
  "parents.applied": "{matches} of the {of} parents that are no share's code were found: {how}.",
  "parents.ambiguous":
    "{count, plural, one {# share names} other {# shares name}} a person with several shares; the latest before the child is meant.",
  "parents.apply": "Apply this and check again",
  "parents.nothing":
    "Nothing that we tried finds them: letter case, prefixes, links, leading zeros, persons. They may be in another file.",
  "parents.afterwards":
    "To have them found, undo this import and import the file again; the check before it offers that in one press.",
  "parents.marked":
    "Invisible marks were taken out of {count, plural, one {# cell} other {# cells}}, so that codes with and without them are the same.",
  "parents.and": "{first} and {second}",
  "parents.how.person": "the parent is taken for a person",
  "parents.how.case": "letter case is ignored",
  "parents.how.prefix": "what stands before the code (t3_, @, urn:…) is left out",
  "parents.how.link": "the code is taken out of the link",
  "parents.how.number": "leading zeros and .0 are left out",
  "parents.is": "The parent column names",
  "parents.is.share": "a share, by its code",
  "parents.is.person": "a person: their latest share before",
  "parents.ignore": "If a parent is not found as it is written",
  "parents.ignore.case": "ignore letter case (A1 is a1)",
  "parents.ignore.prefix": "leave out prefixes (t3_a1 or @a1 is a1)",
  "parents.ignore.link": "take the code out of links (https://host/s/a1 is a1)",
  "parents.ignore.number": "leave out leading zeros and .0 (007 or 7.0 is 7)",
} as const;
