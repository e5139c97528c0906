-- one row per text inside the filters: where it is from, who wrote it, and how satisfied the writer was (a place from 0 to 1)
select
    'comment' as source, r.import_id, r.response_id::varchar as id, r.edition_id, r.exhibitor_id,
    (r.overall / 100e0 - q.scale_min) / (q.scale_max - q.scale_min) as overall
from chosen_responses($slice) as r
left join questions as q
    on q.edition_id = r.edition_id and q.audience = r.audience and q.is_measure and q.item_id = 'overall'
    and q.scale_max > q.scale_min
where length(trim(r.comment)) > 0
union all
select 'complaint', coalesce(c.import_id, 0), c.case_id, c.edition_id, c.exhibitor_id, null
from complaints as c
left join exhibitors as x on x.fair_id = c.fair_id and x.exhibitor_id = c.exhibitor_id
where is_chosen($slice, c.fair_id, 'exhibitor', c.edition_id, x.industry, x.region)
    and ($slice['segment'] is null or c.exhibitor_id in (
        select m.exhibitor_id from segment_members as m where m.segment_id = $slice['segment']
    ))
    and length(trim(concat(c.description, c.topic))) > 0
order by all;
