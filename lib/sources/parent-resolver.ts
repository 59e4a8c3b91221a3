/** Finds which share a row means by its parent, where that is more than a code as it stands. */
export interface ParentResolver {
  /**
   * @param via as the row states it
   * @param person of the row
   * @param at of the row, UTC milliseconds
   * @returns the code of the share that is meant; null where the row means nobody but its own person; `via` where
   * nobody is found
   */
  resolve(via: string, person: string, at: number): string | null;
}
