/** Why a database file is not opened or not upgraded, in words for whoever runs the server. */
export class UpgradeError extends Error {
  override readonly name = "UpgradeError";
}

/** The disk has no room for an upgrade; nothing was changed. */
export class NoRoomError extends UpgradeError {
  readonly code = "ENOSPC";
}
