export const numbers = {
  "numbers.title": "All numbers",
  "numbers.text":
    "Every number that Intishar has of a campaign, with its range, or the reason why it is unknown.",
  "numbers.name": "Number",
  "numbers.value": "Value",
  "numbers.unit": "Unit",
  "numbers.note": "To know",
} as const;
