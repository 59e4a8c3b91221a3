/** What the set-up form asks for. */
export interface Account {
  email: string;
  password: string;
  workspace: string;
}

/** The first account of every app under test. */
export const ownerAccount: Account = {
  email: "owner@intishar.test",
  password: "plain-otter-climbs-41-hills",
  workspace: "North Agency",
};
