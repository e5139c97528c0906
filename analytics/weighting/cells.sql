-- one row per edition, industry and region (null: not known) of the slice: exhibitors on the register, responses with the sums of the weights their own files give them, and the edition's names
with registered as (
    select p.edition_id, p.industry, p.region, count(*) as exhibitors
    from chosen_participations($slice) as p
    group by p.edition_id, p.industry, p.region
),
answered as (
    select
        r.edition_id, r.industry, r.region, sum(r.n)::bigint as responses,
        sum(r.weight) as weight, sum(r.weight_squares) as weight_squares
    from chosen_respondents($slice) as r
    group by r.edition_id, r.industry, r.region
),
cells as (
    select edition_id, industry, region, exhibitors, 0 as responses, 0e0 as weight, 0e0 as weight_squares
    from registered
    union all
    select edition_id, industry, region, 0, responses, weight, weight_squares from answered
)
select
    e.edition_id, e.number, e.name_zh, e.name_en, cells.industry, cells.region,
    sum(cells.exhibitors)::bigint as exhibitors, sum(cells.responses)::bigint as responses,
    sum(cells.weight) as weight, sum(cells.weight_squares) as weight_squares
from cells
join editions as e on e.edition_id = cells.edition_id
group by e.edition_id, e.number, e.name_zh, e.name_en, cells.industry, cells.region
order by e.number, e.edition_id, cells.industry, cells.region;
