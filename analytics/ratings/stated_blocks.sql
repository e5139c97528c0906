-- one row per response inside the filters: as in blocks.sql, with stated importance by slot
select
    r.response_id,
    case when r.firm is null then r.response_id::ubigint else hash(r.firm) end as who,
    (list_position($editions::varchar[], r.edition_id) - 1)::smallint as edition,
    r.overall, r.weight,
    list_resize(coalesce(r.sat, []::smallint[]), $slots::bigint) as sat,
    list_resize(coalesce(r.imp, []::smallint[]), $slots::bigint) as imp
from chosen_responses($slice) as r;
