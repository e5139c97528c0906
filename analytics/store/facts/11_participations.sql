-- one row per edition and exhibitor inside the filters that took part
create or replace macro chosen_participations(slice) as table
select
    e.fair_id, p.edition_id, e.number, p.exhibitor_id, x.name, x.industry, x.region, x.country, x.ownership, x.size_band,
    p.booth_area_sqm, p.booth_type, p.fee, p.turnover, p.leads
from participations as p
join editions as e on e.edition_id = p.edition_id
join exhibitors as x on x.fair_id = e.fair_id and x.exhibitor_id = p.exhibitor_id
where e.fair_id = slice['fair']
    and (slice['editions'] is null or list_contains(slice['editions']::varchar[], p.edition_id))
    and (slice['industries'] is null or list_contains(slice['industries']::varchar[], x.industry))
    and (slice['regions'] is null or list_contains(slice['regions']::varchar[], x.region))
    and (slice['segment'] is null or p.exhibitor_id in (
        select m.exhibitor_id from segment_members as m where m.segment_id = slice['segment']
    ));
