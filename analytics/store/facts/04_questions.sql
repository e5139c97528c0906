-- one row per edition, audience and question asked; the newest live import decides the scale and the wording
create or replace view questions as
select
    q.edition_id,
    e.fair_id,
    q.audience,
    q.item_id,
    q.is_measure,
    n.slot,
    n.dimension_id,
    coalesce(n.name_zh, q.item_id) as name_zh,
    coalesce(n.name_en, q.item_id) as name_en,
    min(q.position)::integer as position,
    arg_max(q.label_as_asked, q.import_id) as label_as_asked,
    arg_max(q.scale_min, q.import_id) as scale_min,
    arg_max(q.scale_max, q.import_id) as scale_max,
    arg_max(q.reversed, q.import_id) as is_reversed,
    coalesce(arg_max(q.importance_form, q.import_id) filter (where q.importance_form is not null), 'rating')
        as importance_form,
    coalesce(
        arg_max(q.importance_min, q.import_id) filter (where q.importance_min is not null),
        arg_max(q.scale_min, q.import_id)
    ) as importance_min,
    coalesce(
        arg_max(q.importance_max, q.import_id) filter (where q.importance_max is not null),
        arg_max(q.scale_max, q.import_id)
    ) as importance_max
from question_rows as q
join live_imports as i on i.import_id = q.import_id
join editions as e on e.edition_id = q.edition_id
left join items as n on n.fair_id = e.fair_id and n.audience = q.audience and n.item_id = q.item_id
where q.is_measure or n.slot is not null
group by all;
