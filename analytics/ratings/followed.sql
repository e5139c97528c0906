-- one row per held edition chosen: its next edition on file, the scale of the measure, answers to it and those that lead to an exhibitor
with answered as (
    select r.edition_id, count(*) as answers, count(r.exhibitor_id) as matched
    from chosen_responses($slice) as r
    where case $measure when 'intention' then r.intention else r.overall end is not null
    group by r.edition_id
)
select
    e.edition_id, e.number, e.year, e.name_zh, e.name_en, coalesce(e.currency, '') as currency,
    r.edition_id is not null as is_on_file, n.name_zh as next_zh, n.name_en as next_en,
    q.scale_min, q.scale_max,
    coalesce(answered.answers, 0) as answers, coalesce(answered.matched, 0) as matched
from editions as e
left join registers_on_file($fair) as r on r.edition_id = e.edition_id
left join editions as n on n.edition_id = r.next_edition_id
left join answered on answered.edition_id = e.edition_id
left join questions as q
    on q.edition_id = e.edition_id and q.audience = 'exhibitor' and q.is_measure and q.item_id = $measure
    and q.scale_max > q.scale_min
where e.fair_id = $fair and e.is_held and ($editions is null or list_contains($editions::varchar[], e.edition_id))
order by e.number;
