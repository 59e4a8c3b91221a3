/** The least that a log must say: one row a share. */
export const REPOST_EXAMPLE = `code,via,person,occurred_at,channel
s1,,amal,2026-03-01T09:00:00Z,email
s2,s1,badr,2026-03-01T09:20:00Z,whatsapp
s3,s2,dina,2026-03-01T11:05:00Z,whatsapp
`;

/** All that a log may say: one row an event of any kind. */
export const EVENT_EXAMPLE = `id,kind,person,via,code,channel,mode,seed_kind,variant,occurred_at,value,currency,role,score,country,region,city,age_band,occupation,interests,device
e1,share,amal,,s1,email,active,organic,A,2026-03-01T09:00:00Z,,,,,EG,Cairo,Cairo,25-34,teacher,books,phone
e2,visit,badr,s1,,email,,,,2026-03-01T09:18:00Z,,,,,,,,,,,
e3,share,badr,s1,s2,whatsapp,active,,,2026-03-01T09:20:00Z,,,,,,,,,,,
e4,conversion,badr,s1,,,,,,2026-03-01T09:31:00Z,19.90,EUR,,,,,,,,,
e5,rating,badr,s1,,,,,,2026-03-01T09:40:00Z,,,receiver,9,,,,,,,
`;
