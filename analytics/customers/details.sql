-- one row per exhibitor listed: its names, industry and account owner, the stand of the edition it attended last by the one looked at, and whom the log of contacts named last
with attended as (
    select p.exhibitor_id, p.booth_area_sqm, p.booth_type, p.hall, e.edition_id, e.number
    from participations as p
    join editions as e on e.edition_id = p.edition_id
    where e.fair_id = $fair and e.number <= $number and list_contains($ids::varchar[], p.exhibitor_id)
    qualify row_number() over (partition by p.exhibitor_id order by e.number desc) = 1
),
numbered as (
    select k.exhibitor_id, p.edition_id, arg_max(p.booth_no, p.import_id) filter (where p.booth_no is not null) as booth_no
    from participation_rows as p
    join live_imports as i on i.import_id = p.import_id
    join exhibitor_keys as k on k.fair_id = $fair and k.exhibitor_key = p.exhibitor_key
    where list_contains($ids::varchar[], k.exhibitor_id)
    group by k.exhibitor_id, p.edition_id
),
reached as (
    select c.exhibitor_id, c.person, c.role, c.phone, c.email
    from contacts as c
    where c.fair_id = $fair and list_contains($ids::varchar[], c.exhibitor_id)
        and coalesce(c.person, c.phone, c.email) is not null
    qualify row_number() over (partition by c.exhibitor_id order by c.contacted_on desc nulls last, c.made_at desc) = 1
)
select
    x.exhibitor_id, x.name, x.name_en, x.industry, x.account_owner,
    a.booth_area_sqm, a.booth_type, a.hall, n.booth_no,
    r.person, r.role, r.phone, r.email
from exhibitors as x
left join attended as a on a.exhibitor_id = x.exhibitor_id
left join numbered as n on n.exhibitor_id = a.exhibitor_id and n.edition_id = a.edition_id
left join reached as r on r.exhibitor_id = x.exhibitor_id
where x.fair_id = $fair and list_contains($ids::varchar[], x.exhibitor_id);
