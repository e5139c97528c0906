-- one row per text wanted, by its source, import and id, or by all the words it has to hold: what was written, the newest first
with texts as (
    select
        'comment' as source, r.import_id, r.response_id::varchar as id, r.edition_id, r.comment as text
    from chosen_responses($slice) as r
    where length(trim(r.comment)) > 0
    union all
    select
        'complaint', coalesce(c.import_id, 0), c.case_id, c.edition_id, coalesce(nullif(trim(c.description), ''), c.topic)
    from complaints as c
    where c.fair_id = $fair
)
select t.source, t.import_id, t.id, t.edition_id, t.text
from texts as t
join editions as e on e.edition_id = t.edition_id
where case
    when $words is null then list_contains($keys::varchar[], concat_ws('.', t.source, t.import_id, t.id))
    else list_bool_and(list_transform(
        $words::varchar[], lambda word: contains(lower(t.text), word)
    ))
end
order by e.number desc, t.source, t.import_id, t.id
limit $most;
