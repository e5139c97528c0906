-- one row per chosen edition of the fair held, in order, with the exhibitors on its register and the answers of exhibitors inside the filters
with sizes as (
    select p.edition_id, count(*) as exhibitors from chosen_participations($slice) as p group by p.edition_id
),
told as (
    select r.edition_id, sum(r.n)::bigint as answers from chosen_respondents($slice) as r group by r.edition_id
)
select
    e.edition_id, e.number, e.name_zh, e.name_en,
    coalesce(sizes.exhibitors, 0) as exhibitors, coalesce(told.answers, 0) as answers
from editions as e
left join sizes on sizes.edition_id = e.edition_id
left join told on told.edition_id = e.edition_id
where e.fair_id = $fair and e.is_held and ($chosen is null or list_contains($chosen::varchar[], e.edition_id))
order by e.number, e.edition_id;
