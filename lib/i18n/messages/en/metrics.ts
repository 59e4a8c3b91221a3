export const metrics = {
  "metrics.asOf": "As of {time}. {zone}.",
  "metrics.zone": "{zone}.",
  "metrics.table": "Show as a table",
  "metrics.infinite": "no limit",
  "metrics.range.named": "95 % range {range}",
  "metrics.range.column": "95 % range",
  "metrics.range.plain": "{low} to {high}",
  "metrics.range.plainFrom": "{low} or more",
  "metrics.range.plainUpTo": "at most {high}",
  "metrics.why.empty": "Nothing to measure yet",
  "metrics.why.too-few": "Too little data",
  "metrics.why.censored": "Not watched for long enough",
  "metrics.why.too-early": "Too early to say: shares were not watched for the whole horizon yet",
  "metrics.note.nobody-reshared": "Nobody has re-shared yet",
  "metrics.note.one-cascade": "Holds within this one cascade only",
  "metrics.note.few-cascades": "Few cascades",
  "metrics.note.no-children": "None of them brought another yet",
  "metrics.note.within":
    "Watched for {unit, select, day {{age, number, ::unit/day unit-width-short .#}} hour {{age, number, ::unit/hour unit-width-short .#}} minute {{age, number, ::unit/minute unit-width-short .#}} other {{age, number, ::unit/second unit-width-short .#}}} only",
  "metrics.note.shortened-horizon": "Watched for a shorter time only",
  "metrics.note.assumed-kernel": "Assumed, not measured",
  "metrics.note.heavier-tail": "Heavier tail than the model",
  "metrics.note.unbounded": "These data set no bound",
  "metrics.note.optimistic": "Optimistic range",
  "metrics.note.imprecise": "Uncertain: the range is wide",
  "metrics.note.too-few-to-tell": "Too few cascades to tell it from the others",
  "metrics.note.links-unknown": "The parents of all shares are unknown",
  "metrics.pooled.definition":
    "Drawn towards the mean of all groups, the more so the less a group’s own data say. Groups are ranked by it, as the raw value of a small group is often extreme by chance.",
  "metrics.pooled.alike": "{name}: no difference between groups seen beyond chance, so no ranking.",
  "metrics.pooled.column": "Pooled",
  "metrics.pooled.k": "K, pooled",
  "metrics.pooled.short": "pooled {value}",
  "metrics.orphans.part":
    "{part} of the shares ({count}) name a parent that is unknown: K, R, depth and virality come out too low.",
  "metrics.orphans.bound.campaign":
    "K of the whole campaign lies between {k}, as counted, and {upper}, if every share without its parent were a re-share of a re-share.",
  "metrics.orphans.bound.report":
    "K lies between {k}, as counted, and {upper}, if every share without its parent were a re-share of a re-share.",
  "metrics.orphans.unknown":
    "No link between shares is known, so neither are K, depth and what follows from them.",
  "metrics.orphans.list":
    "In these campaigns many shares name a parent that is unknown, so K comes out too low:",
  "metrics.orphans.row": "{part} of the shares; K between {k}, as counted, and {upper}.",
  "metrics.orphans.row.unknown": "{part} of the shares; K unknown.",
  "metrics.sensitivity.title": "If links are missing",
  "metrics.sensitivity.text":
    "What K would be with the links that were lost, and without the shares that look suspect.",
  "metrics.sensitivity.case": "Case",
  "metrics.sensitivity.counted": "As counted",
  "metrics.sensitivity.orphans": "With the lost parents ({part} of the shares)",
  "metrics.sensitivity.suspects": "Without suspects ({part} of the shares)",
  "metrics.sensitivity.lost": "What if {part} more of the links were lost",
  "metrics.sensitivity.slider": "What if: part of the links lost unseen",
  "metrics.sensitivity.off": "off",
  "metrics.sensitivity.bound": "Bounds, no 95 % range",
  "metrics.sensitivity.hint":
    "Links passed on where nothing counts them, in private chats, leave no trace. This imagines a part of them; it measures nothing.",
  "metrics.sensitivity.few": "{part} of the shares lost their parent: too few to matter.",
  "metrics.note.no-clear-growth":
    "No clear growth: doubling takes longer than the low end, if it comes at all",
  "metrics.later":
    "{count, plural, one {# share came} other {# shares came}} later and {count, plural, one {is} other {are}} left out of the picture.",

  "metrics.horizon.label": "How long to wait for what a share brings",
  "metrics.horizon.text": "What a share brings is counted until it is this old.",
  "metrics.horizon.days": "{days, plural, one {# day} other {# days}}",

  "metrics.viral.title": "Viral coefficient",
  "metrics.viral.text": "Does each share bring another, and is that certain?",
  "metrics.viral.empty.title": "No shares yet",
  "metrics.viral.empty.text":
    "The viral coefficient counts what each share brings. Import a log of shares, or wait for the first one.",
  "metrics.verdict.title.sustains": "The spread very likely sustains itself",
  "metrics.verdict.title.unclear": "The spread may sustain itself",
  "metrics.verdict.title.does-not": "The spread very likely does not sustain itself",
  "metrics.verdict.title.too-early": "Too early to say whether the spread sustains itself",
  "metrics.verdict.title.unknown": "Too little is known to say whether the spread sustains itself",
  "metrics.verdict.sentence.sustains":
    "100 re-shares bring {k} more within {watched}, and the whole 95 % range lies above 100. The campaign grows without new seeds until it runs out of people.",
  "metrics.verdict.sentence.unclear":
    "100 re-shares bring {k} more. The 95 % range includes 100, so these data cannot say whether it grows or fades.",
  "metrics.verdict.sentence.too-early":
    "100 re-shares brought {k} more so far: they were watched for {watched} of {horizon}, and more may still come. Only growth can be told this early.",
  "metrics.verdict.sentence.bare":
    "100 re-shares bring {k} more. One cascade gives no range for the campaign, so its future stays open.",
  "metrics.verdict.sentence.does-not":
    "100 re-shares bring {k} more. Each generation is smaller than the last, so the spread fades unless new seeds feed it.",
  "metrics.verdict.sentence.unknown":
    "K counts what re-shares bring, and it is not known before somebody re-shares and is watched for a while.",
  "metrics.verdict.short.sustains": "sustains itself",
  "metrics.verdict.short.does-not": "does not sustain itself",
  "metrics.verdict.short.unclear": "may sustain itself",
  "metrics.verdict.short.too-early": "too early to say",
  "metrics.viral.basis":
    "{sharers, plural, one {# re-share} other {# re-shares}}, {seeds, plural, one {# seed} other {# seeds}}, {cascades, plural, one {# cascade} other {# cascades}}.",
  "metrics.viral.scale": "K and its 95 % range on a scale; at 1 the spread keeps itself going",
  "metrics.viral.scale.early": "K so far and its 95 % range on a scale",
  "metrics.viral.scale.one": "1: keeps itself going",
  "metrics.viral.kWithin": "K within {age}",
  "metrics.viral.trend.rising": "Rising",
  "metrics.viral.trend.falling": "Falling",
  "metrics.viral.trend.unclear": "No clear change",
  "metrics.viral.trend.survivors": "No clear change",
  "metrics.viral.trend.survivors.why":
    "Most cascades began early: the later shares are of those that spread well",
  "metrics.viral.trend.too-few": "—",
  "metrics.viral.trend.hour": "× {ratio} per hour, {range}",
  "metrics.viral.trend.day": "× {ratio} per day, {range}",
  "metrics.viral.trend.week": "× {ratio} per week, {range}",
  "metrics.viral.trend.needed": "Needs 4 groups of shares that have brought most of theirs",

  "metrics.rt.title": "Spread over time: R_t",
  "metrics.rt.definition":
    "Shares brought per re-share at each moment, by what was happening then: six hours at a time, from two days on a whole day. Above 1 the campaign was growing, below 1 fading. It runs ahead of K, which waits for a whole cycle.",
  "metrics.rt.note": "Each point covers the window that ends there. {zone}.",
  "metrics.rt.line": "R_t",
  "metrics.rt.band": "95 % range",
  "metrics.rt.grey": "Uncertain: too little to expect, or of too few cascades",
  "metrics.rt.one": "1: keeps itself going",
  "metrics.rt.window": "Window",
  "metrics.rt.aboveOne": "Chance of R_t > 1",
  "metrics.rt.firm": "Certainty",
  "metrics.rt.now": "Latest window: {r} ({range}).",
  "metrics.rt.now.aboveOne": "Chance that R_t is above 1: {part}.",
  "metrics.rt.within":
    "Re-shares could be watched for {age} only, so R_t counts what comes within that time and is not held against 1.",
  "metrics.rt.isFirm": "Enough data",
  "metrics.rt.isGrey": "Uncertain",
  "metrics.rt.late":
    "{count, plural, one {The last window is grey: reports of it are still expected, so it says less than it will and R now leaves it out.} other {The last # windows are grey: reports of them are still expected, so they say less than they will and R now leaves them out.}}",
  "metrics.rt.empty":
    "No window has enough re-shares to expect more of. A firm value needs 11 expected in one window, of at least 3 cascades.",
  "metrics.rt.label":
    "Chart of R_t over time with its 95 % range and a line at 1. The table below holds the same values.",

  "metrics.cohort.title": "K by time of sharing",
  "metrics.cohort.definition":
    "Shares grouped by when they were made. The bar shows what they brought so far, the dot what they will have brought once they are {horizon} old.",
  "metrics.cohort.note.hour": "Groups of one hour. {zone}.",
  "metrics.cohort.note.day": "Groups of one day. {zone}.",
  "metrics.cohort.note.week": "Groups of one week. {zone}.",
  "metrics.cohort.naive": "So far, per share",
  "metrics.cohort.corrected": "Corrected for age, with 95 % range",
  "metrics.cohort.immature": "Hatched: most of it is still to come",
  "metrics.cohort.one": "1: keeps itself going",
  "metrics.cohort.from": "From",
  "metrics.cohort.shares": "Shares",
  "metrics.cohort.children": "Brought so far",
  "metrics.cohort.effective": "Effective shares",
  "metrics.cohort.k": "Corrected K",
  "metrics.cohort.status": "Status",
  "metrics.cohort.isImmature": "Still growing",
  "metrics.cohort.isMature": "Settled",
  "metrics.cohort.within":
    "Re-shares could be watched for {age} only: K counts what comes within that time and is not held against 1.",
  "metrics.cohort.empty": "Nobody has re-shared yet, so there is no group to show.",
  "metrics.cohort.label":
    "Chart of K by time of sharing, groups that are still growing hatched. The table below holds the same values.",

  "metrics.change.fell": "K fell around {time}: {before} → {after} ({give}).",
  "metrics.change.rose": "K rose around {time}: {before} → {after} ({give}).",
  "metrics.change.none": "No change of K seen.",
  "metrics.change.give.hour": "within an hour or two",
  "metrics.change.give.day": "within a day or two",
  "metrics.change.give.week": "within a week or two",
  "metrics.change.mark.fell": "K fell",
  "metrics.change.mark.rose": "K rose",

  "metrics.factors.title": "What K is made of",
  "metrics.factors.definition":
    "K so far as a product of three rates. The one that is low for campaigns like yours is the one to work on.",
  "metrics.factors.note": "So far, not corrected for age.",
  "metrics.factors.visits": "visits per share",
  "metrics.factors.rate": "of visitors share it on",
  "metrics.factors.shares": "shares per sharer",
  "metrics.factors.k": "K so far",
  "metrics.factors.unknown":
    "This campaign’s log has no visits of its own, so the factors cannot be told apart.",

  "metrics.modes.title": "Passive against active",
  "metrics.modes.definition":
    "Passive: the product carries the message by being used. Active: the person sets out to bring others.",
  "metrics.modes.mode": "Mode",
  "metrics.modes.active": "Active",
  "metrics.modes.passive": "Passive",
  "metrics.modes.shares": "Re-shares",
  "metrics.modes.empty": "No re-share states whether it was passive or active.",

  "metrics.cycle.title": "How long a re-share takes",
  "metrics.cycle.definition":
    "Time from a share to each share it brought. The steps of the axis grow, so that minutes and days fit on one picture.",
  "metrics.cycle.note": "{lags, plural, one {# re-share} other {# re-shares}} with a known time.",
  "metrics.cycle.bars": "Part of re-shares",
  "metrics.cycle.median": "Half come sooner (median)",
  "metrics.cycle.quarter": "A quarter come sooner",
  "metrics.cycle.threeQuarters": "Three quarters come sooner",
  "metrics.cycle.medianLine": "Median",
  "metrics.cycle.middle": "Middle half",
  "metrics.cycle.after": "After",
  "metrics.cycle.within": "over {from}, up to {to}",
  "metrics.cycle.assumed":
    "Too few re-shares to measure this: {lags, plural, one {# is known} other {# are known}}, 50 are needed. Until then an assumed distribution stands in.",
  "metrics.cycle.empty": "No re-share with a known time yet; 50 are needed.",
  "metrics.cycle.label":
    "Histogram of the time a re-share takes, with median and middle half. The table below holds the same values.",

  "metrics.tail.title": "Who passes it on",
  "metrics.tail.definition":
    "Part of the shares that brought at least so many others. Both axes grow by factors, so that the rare great spreaders stay visible.",
  "metrics.tail.note": "{shares, plural, one {# re-share} other {# re-shares}} at least {horizon} old.",
  "metrics.tail.seen": "Counted",
  "metrics.tail.fitted": "Model (negative binomial)",
  "metrics.tail.children": "Brought at least",
  "metrics.tail.axis": "Shares brought, at least",
  "metrics.tail.without": "Bring nobody",
  "metrics.tail.concentration": "Bring 80 % of what follows",
  "metrics.tail.dispersion": "Dispersion k",
  "metrics.tail.dispersion.definition":
    "How unevenly passing on is spread. Small: a few people carry it. Large: everybody does a little.",
  "metrics.tail.heavier":
    "Heavier tail than the model: the greatest spreaders bring more than the model allows. Trust the counted line, not the dashed one.",
  "metrics.tail.empty": "No re-share is {horizon} old yet, so none has had the time to bring all of its own.",
  "metrics.tail.tenMore": "Chance of ten more",
  "metrics.tail.tenMore.definition":
    "Probability that one share leads to at least ten further ones, by the law fitted here; unknown where the tail is heavier than that law.",
  "metrics.tail.few": "Fewer than 10 re-shares brought another: a curve would say more than the data do.",
  "metrics.tail.label":
    "Part of re-shares that brought at least so many others, counted and by the model. The table below holds the same values.",

  "metrics.generations.title": "K by generation",
  "metrics.generations.definition":
    "Shares brought per share at each step from the seed. Generation 0 is the seeds.",
  "metrics.generations.warning":
    "K often rises from row to row here without any speeding up: only cascades that spread well have late generations at all. Do not read it as acceleration.",
  "metrics.generations.generation": "Generation",
  "metrics.generations.andLater": "{generation} and later",
  "metrics.generations.shares": "Shares",
  "metrics.generations.children": "Brought",
  "metrics.generations.empty": "There is only the first generation so far.",

  "metrics.definitions.title": "Definitions",
  "metrics.definitions.text": "What every number means, and where its definition comes from.",
  "metrics.definitions.search": "Search definitions",
  "metrics.definitions.count": "{count, plural, one {# definition} other {# definitions}}",
  "metrics.definitions.none": "No definition matches “{search}”.",
  "metrics.definitions.reference": "Source",
  "metrics.definitions.key": "Key in files and API",
  "metrics.unit.shares": "shares",
  "metrics.unit.persons": "people",
  "metrics.unit.generations": "generations",
  "metrics.unit.hops": "hops",
  "metrics.unit.children": "shares brought",
  "metrics.unit.users": "users brought",
  "metrics.unit.ratio": "ratio",
  "metrics.unit.number": "no unit",
  "metrics.unit.proportion": "part of the whole",
  "metrics.unit.probability": "probability",
  "metrics.unit.milliseconds": "time",
  "metrics.unit.perDay": "per day",
  "metrics.unit.money": "money",
} as const;
