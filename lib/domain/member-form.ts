/** Fields of the forms of a team. */
export type MemberField = "email" | "role" | "campaigns";
