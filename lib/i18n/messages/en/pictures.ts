export const pictures = {
  "pictures.label":
    "Picture of {size, plural, one {# share} other {# shares}} in {generations, plural, one {# generation} other {# generations}}. Arrow keys move: up to the parent, down to the first child, left and right among siblings. Enter folds a branch and unfolds it; plus, minus and 0 change the zoom. The table holds the same rows.",
  "pictures.legend.hollow": "Hollow: not passed on yet",
  "pictures.legend.folded":
    "{count, plural, one {# share} other {# shares}} in counted marks; click one to unfold it",
  "pictures.legend.found": "Found by the search",
  "pictures.legend.otherCountries": "{count, plural, one {# other country} other {# other countries}}",
  "pictures.legend.noCountry": "Country not recorded",
  "pictures.legend.noMode": "Mode not recorded",
  "pictures.legend.stated": "Parent stated by the share",
  "pictures.legend.touch": "Parent taken from the first visit",
  "pictures.legend.unverified": "Parent unverified: no signature of ours",
  "pictures.legend.root": "Root: no parent",
  "pictures.legend.until": "Within {time}",
  "pictures.legend.after": "After {time}",
  "pictures.fold.count": "{count, plural, one {# share} other {# shares}}, folded",
  "pictures.fold.below": "Brought by {person}",
  "pictures.fold.open": "Click to unfold",
} as const;
