-- one row per firm that a live list of prospects of a fair names, the earliest entered first
select
    'p:' || name_key as key, name, name_en, prospect_lists, seen_at, country, region, industry, contact, note, entered_at, entered_by
from prospects
where fair_id = $fair
order by first_age;
