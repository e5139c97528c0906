-- one row per edition held inside the filters: exhibitors on its register, visitors counted, answers, and those leading to an exhibitor
with sizes as (
    select p.edition_id, count(*) as registered from chosen_participations($register) as p group by p.edition_id
),
came as (
    select a.edition_id, sum(a.visitors)::bigint as visitors
    from attendance as a
    where a.audience = 'visitor'
    group by a.edition_id
),
told as (
    select r.edition_id, sum(r.n)::bigint as answers, sum(r.matched)::bigint as matched
    from chosen_respondents($slice) as r
    group by r.edition_id
)
select
    e.edition_id, e.number, e.year, e.name_zh, e.name_en, sizes.registered, came.visitors,
    coalesce(told.answers, 0) as answers, coalesce(told.matched, 0) as matched
from editions as e
left join sizes on sizes.edition_id = e.edition_id
left join came on came.edition_id = e.edition_id
left join told on told.edition_id = e.edition_id
where e.fair_id = $fair and e.is_held and ($chosen is null or list_contains($chosen::varchar[], e.edition_id))
order by e.number, e.edition_id;
