-- one row per edition, industry and region (null: not known) of the slice: exhibitors on the register, responses, and the edition's names
with registered as (
    select p.edition_id, p.industry, p.region, count(*) as exhibitors
    from chosen_participations($slice) as p
    group by p.edition_id, p.industry, p.region
),
answered as (
    select r.edition_id, r.industry, r.region, sum(r.n)::bigint as responses
    from chosen_respondents($slice) as r
    group by r.edition_id, r.industry, r.region
),
cells as (
    select edition_id, industry, region, exhibitors, 0 as responses from registered
    union all
    select edition_id, industry, region, 0, responses from answered
)
select
    e.edition_id, e.number, e.name_zh, e.name_en, cells.industry, cells.region,
    sum(cells.exhibitors)::bigint as exhibitors, sum(cells.responses)::bigint as responses
from cells
join editions as e on e.edition_id = cells.edition_id
group by e.edition_id, e.number, e.name_zh, e.name_en, cells.industry, cells.region
order by e.number, e.edition_id, cells.industry, cells.region;
