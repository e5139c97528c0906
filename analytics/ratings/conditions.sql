-- one row per edition of the fair with answers inside the filters: exhibitors on its register inside the same filters, and answers
with registered as (
    select p.edition_id, count(*) as exhibitors from chosen_participations($register) as p group by p.edition_id
),
answered as (
    select r.edition_id, sum(r.n)::bigint as answers from chosen_respondents($slice) as r group by r.edition_id
)
select a.edition_id, coalesce(r.exhibitors, 0)::bigint as exhibitors, a.answers
from answered as a
left join registered as r on r.edition_id = a.edition_id;
