-- one row per kind of text and import of the fair that brought some: how many, and a mark that moves with any of them
select
    'comment' as source, r.import_id, count(*) as n,
    bit_xor(hash(r.response_id, r.comment))::varchar as mark
from responses as r
where r.fair_id = $fair and length(trim(r.comment)) > 0
group by r.import_id
union all
select
    'complaint', coalesce(c.import_id, 0), count(*), bit_xor(hash(c.case_id, c.description, c.topic))::varchar
from complaints as c
where c.fair_id = $fair and length(trim(concat(c.description, c.topic))) > 0
group by coalesce(c.import_id, 0)
order by all;
