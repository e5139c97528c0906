-- one row per text of one import: its id there, and what was written; a complaint without a text is its topic
select r.response_id::varchar as id, r.comment as text
from responses as r
where $source = 'comment' and r.fair_id = $fair and r.import_id = $import_id and length(trim(r.comment)) > 0
union all
select c.case_id, coalesce(nullif(trim(c.description), ''), c.topic)
from complaints as c
where $source = 'complaint' and c.fair_id = $fair and coalesce(c.import_id, 0) = $import_id
    and length(trim(concat(c.description, c.topic))) > 0
order by all;
