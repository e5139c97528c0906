-- one row per import and edition whose file gives weights: answers, those without a usable weight, by kind, and sums over the usable ones
select
    r.import_id, r.edition_id, any_value(e.number) as number, any_value(e.name_zh) as name_zh, any_value(e.name_en) as name_en,
    count(*)::bigint as answers,
    count(*) filter (where r.weight > 0 and isfinite(r.weight))::bigint as usable,
    count(*) filter (where r.weight < 0)::bigint as negative,
    coalesce(sum(r.weight) filter (where r.weight > 0 and isfinite(r.weight)), 0e0) as weight,
    coalesce(sum(r.weight * r.weight) filter (where r.weight > 0 and isfinite(r.weight)), 0e0) as weight_squares,
    coalesce(max(r.weight) filter (where r.weight > 0 and isfinite(r.weight)), 0e0) as largest,
    coalesce(min(r.weight) filter (where r.weight > 0 and isfinite(r.weight)), 0e0) as smallest
from responses as r
join editions as e on e.edition_id = r.edition_id
where r.fair_id = $fair and r.audience = $audience
group by r.import_id, r.edition_id
having count(r.weight) > 0
order by number, r.import_id;
