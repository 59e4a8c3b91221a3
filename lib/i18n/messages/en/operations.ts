/** What an owner is told of the installation itself. */
export const operations = {
  "notice.unlisted-proxy.title": "The server does not know its proxy.",
  "notice.unlisted-proxy.text":
    "Requests come through a proxy that TRUSTED_PROXIES does not list, so visitors are told apart on its word alone, and a stranger’s wrong passwords can keep everybody out. List the proxy’s address there, and restart.",
  "notice.backup-overdue.title": "The last good backup is older than you asked for.",
  "notice.backup-overdue.text": "What was collected since would be lost with this machine.",
  "notice.backup-overdue.link": "Look at the backups",
} as const;
