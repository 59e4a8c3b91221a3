export const comparisons = {
  "comparison.title.channel": "Which channel spreads best?",
  "comparison.title.variant": "Which variant spreads best?",
  "comparison.title.side": "Does K differ?",
  "comparison.definition":
    "Compares K, the shares that one re-share brings. Whole cascades are weighed against each other, those of one seeder as one, because the shares of one cascade resemble one another.",
  "comparison.outcomes.title.channel": "What comes of the people whom each channel reaches?",
  "comparison.outcomes.title.variant": "What comes of the people whom each variant reaches?",
  "comparison.outcomes.title.side": "Do conversion, value and sharing differ?",
  "comparison.outcomes.definition":
    "Compares, so far, the part of the people reached who converted, what they were worth, and the part who shared. Everybody counts in the cascade that reached them first; whole cascades are weighed against each other.",
  "comparison.measure.k": "K",
  "comparison.measure.conversion": "Converted, of those reached",
  "comparison.measure.value": "Value a person reached",
  "comparison.measure.share": "Shared, of those reached",

  "comparison.judging.running": "Holds at every look",
  "comparison.judging.running.text":
    "No day was set before the start, so p and ranges are always-valid: they allow for every look on every day since then, and stay true whenever you stop.",
  "comparison.judging.awaited": "Judged on {day}",
  "comparison.judging.awaited.text":
    "The day was set before the start: {day}. Until it is over there are counts and no test.",
  "comparison.judging.judged": "Judged on {day}",
  "comparison.judging.judged.text":
    "As things stood at the end of {day}, the day set before the start. p is that of dealing whole cascades anew to one arm or another.",

  "comparison.better.k":
    "{winner} spreads better than {loser}: {ratio} times as many shares per re-share ({low} to {high}).",
  "comparison.better.conversion":
    "{winner} converts better than {loser}: {ratio} times as large a part of those reached ({low} to {high}).",
  "comparison.better.value":
    "{winner} is worth more than {loser}: {ratio} times the value a person reached ({low} to {high}).",
  "comparison.better.share":
    "{winner} is shared more than {loser}: by {ratio} times as large a part of those reached ({low} to {high}).",
  "comparison.betterAlone.k": "{winner} spreads better than {loser}.",
  "comparison.betterAlone.conversion": "{winner} converts better than {loser}.",
  "comparison.betterAlone.value": "{winner} is worth more than {loser}.",
  "comparison.betterAlone.share": "{winner} is shared more than {loser}.",
  "comparison.unclear": "No clear difference between {first} and {second}: what there is may be chance.",
  "comparison.unclearMany":
    "{count, plural, one {No clear difference in # pair: what there is may be chance.} other {No clear difference in # pairs: what there is may be chance.}}",
  "comparison.early":
    "Too early to compare {first} with {second}: each side needs 10 effective cascades, and the smaller has {effective}.",
  "comparison.earlyMany":
    "{count, plural, one {# pair is} other {# pairs are}} too early to compare: each side needs 10 effective cascades.",
  "comparison.tooFew":
    "Too few cascades to compare {first} with {second}: each side needs 2 for a test, and 5 for the size of the difference.",
  "comparison.tooFewMany":
    "{count, plural, one {# pair has} other {# pairs have}} too few cascades: each side needs 2 for a test, and 5 for the size of the difference.",
  "comparison.changed":
    "{first} and {second}: the evidence has changed. What earlier looks left open no longer holds, and the range is that of now alone.",
  "comparison.overall.differ": "All together they differ (p = {p}).",
  "comparison.overall.same": "All together, no clear difference (p = {p}).",
  "comparison.pooledLags":
    "Where a side has fewer than 50 lags of its own, young shares of both were allowed for by the same lags.",
  "comparison.within":
    "Children were counted up to the age to which both sides were watched, {age} at the least.",
  "comparison.plan":
    "To see a ratio of 1.2 in four of five tests, each side needs about {needed, plural, one {# cascade} other {# cascades}}.",
  "comparison.plan.found":
    "The {planted} planted so far, of the two largest sides, show a ratio of {found} so often.",
  "comparison.one": "There is only one to look at; a comparison needs two.",
  "comparison.none": "No re-shares to compare yet.",
  "comparison.overlaps": "Shares are on both sides, as one is part of the other: there is nothing to test.",

  "comparison.arm.channel": "Channel",
  "comparison.arm.variant": "Variant",
  "comparison.arm.side": "Side",
  "comparison.seeds": "Seeds",
  "comparison.cascades": "Cascades",
  "comparison.cases.k": "Re-shares",
  "comparison.cases.people": "People reached",
  "comparison.events.k": "Brought",
  "comparison.events.conversion": "Converted",
  "comparison.events.value": "Value",
  "comparison.events.share": "Shared",
  "comparison.pairs": "Pairs in figures",
  "comparison.pair": "Pair",
  "comparison.ratio": "Ratio",
  "comparison.p": "p",
  "comparison.adjusted": "p, adjusted",
  "comparison.adjusted.definition":
    "Adjusted by Holm’s method, because among many pairs some differ by chance.",
  "comparison.effective": "Effective cascades, the smaller side",
  "comparison.finding": "Finding",
  "comparison.finding.better": "{name} is better",
  "comparison.finding.unclear": "May be chance",
  "comparison.finding.too-few": "Too few cascades",

  "comparison.split.title": "Was the split as planned?",
  "comparison.split.definition":
    "Seeds planted with each variant against the plan. A split this far from it by chance is as likely as p says; below 0.001 something is wrong with how seeds are dealt.",
  "comparison.split.broken": "The split is not as planned; find out why before reading on.",
  "comparison.split.sound": "As far as the numbers tell, seeds were dealt as planned.",
  "comparison.split.unknown": "Too little to tell whether seeds were dealt as planned.",
  "comparison.split.planned": "Planned",
  "comparison.split.unplanned": "Seeds with a variant that the plan does not name: {names}.",

  "comparison.holdout.title": "What a test or a holdout would take",
  "comparison.holdout.definition":
    "Cascades to plant, in the part held out or the smaller arm and in the rest, so that a ratio of 1.2 is seen in four of five tests at 5 %, by how unlike the cascades of this campaign are so far.",
  "comparison.holdout.number": "To compare",
  "comparison.holdout.share": "Part held out",
  "comparison.holdout.half": "{share}, an A/B test",
  "comparison.holdout.held": "Held out",
  "comparison.holdout.seeded": "Seeded",
  "comparison.holdout.text":
    "To learn what seeding brings, leave a random part of the seeds unplanted and compare what each unit yields. Shares cross arms: people of the part held out may be reached by the other, and the lift measured is then too low. Hold out whole regions or whole weeks where you can, and write down which.",

  "experiment.title": "Test of variants",
  "experiment.text":
    "With a day set before the first seed that has a variant, variants are judged once, at the end of that day. Without one they may be looked at daily, and p and ranges allow for it.",
  "experiment.judgedOn": "Judged on",
  "experiment.judgedOn.hint": "Leave it empty to look daily. It stands once the first variant is planted.",
  "experiment.split": "Planned split of the seeds",
  "experiment.split.hint": "Such as A: 50, B: 50. Leave it empty for equal parts.",
  "experiment.save": "Save the test",
  "experiment.saved": "Saved.",
  "experiment.edit": "Day and split",
  "experiment.fault.day": "Enter a day, such as 2026-03-31.",
  "experiment.fault.begun":
    "Seeds with a variant are planted already, so the day can no longer be set, moved or dropped: p would not hold. The comparison stays as it is; without a day it may be looked at daily.",
  "experiment.fault.past": "This day is over. Set one to come.",
  "experiment.fault.split":
    "Enter two variants or more, each once with a number above 0, such as A: 50, B: 50.",
} as const;
