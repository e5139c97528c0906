-- one row per edition and question asked of the audience, with its dimension and the scale it was asked on
select
    q.edition_id, q.item_id, q.is_measure, q.slot, q.position, q.name_zh, q.name_en, q.scale_min, q.scale_max,
    q.label_as_asked, q.importance_form, q.importance_min, q.importance_max,
    q.dimension_id, d.name_zh as dimension_zh, d.name_en as dimension_en, d.position as dimension_position
from questions as q
left join dimensions as d
    on d.fair_id = q.fair_id and d.audience = q.audience and d.dimension_id = q.dimension_id
where q.fair_id = $fair and q.audience = $audience and q.scale_max > q.scale_min
order by d.position, q.position, q.item_id, q.edition_id;
