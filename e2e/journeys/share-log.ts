const HEADER = "code,via,person,channel,occurred_at";

/**
 * A small share log as CSV: two cascades of 1 + 3 + 2 shares, and one seed that nobody passed on.
 * 13 shares by 13 people, 3 of them seeds.
 */
export function shareLog(): string {
  const rows = ["alpha", "bravo"].flatMap((name, hour) => [
    [name, "", "whatsapp", `0${hour}:00`],
    [`${name}1`, name, "whatsapp", `0${hour}:10`],
    [`${name}2`, name, "telegram", `0${hour}:20`],
    [`${name}3`, name, "email", `0${hour}:30`],
    [`${name}11`, `${name}1`, "whatsapp", `0${hour}:40`],
    [`${name}12`, `${name}1`, "x", `0${hour}:50`],
  ]);
  const lone = ["charlie", "", "email", "03:00"];
  const lines = [...rows, lone].map(
    ([code, via, channel, time]) => `${code},${via},p_${code},${channel},2026-03-01T${time}:00Z`,
  );
  return `${[HEADER, ...lines].join("\n")}\n`;
}
