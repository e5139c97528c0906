-- one row per live line of a list of complaints, with the case it is of: its number, else who complained of what when; the same line of a later list is the same case
create or replace view complaint_lines as
with keyed as (
    select
        c.*, e.fair_id, i.file_name, i.actor, i.imported_at,
        case
            when c.complaint_no is not null then concat_ws('|', 'no', c.edition_id, c.complaint_no)
            when c.description is not null
                or (c.received_on is not null and (c.exhibitor_key is not null or c.topic is not null))
            then concat_ws(
                '|', 'of', c.edition_id, coalesce(c.exhibitor_key, ''), coalesce(c.received_on::varchar, ''),
                coalesce(c.topic, ''), coalesce(c.description, '')
            )
            else concat_ws('|', 'line', c.import_id, c.line)
        end as known_by
    from complaint_rows as c
    join live_imports as i on i.import_id = c.import_id
    join editions as e on e.edition_id = c.edition_id
),
numbered as (
    select *, row_number() over (partition by fair_id, import_id, known_by order by line) as occurrence
    from keyed
)
select
    * exclude (known_by, occurrence),
    'f' || left(md5(concat_ws('|', fair_id, known_by, occurrence)), 16) as case_id
from numbered;

-- one row per case on a list: as the newest live list that names it has it, and from when it stands open or closed there
create or replace view listed_cases as
select
    *,
    coalesce(state = 'reopened', false) or coalesce(reopened_on > resolved_on, false) as is_open_again,
    (resolved_on is not null or coalesce(state = 'closed', false))
        and not coalesce(state in ('reopened', 'open'), false)
        and not coalesce(reopened_on > resolved_on, false) as is_closed,
    case
        when state = 'reopened' and reopened_on is null then imported_at::date
        else coalesce(greatest(resolved_on, reopened_on), imported_at::date)
    end as stands_since
from (
    select *, row_number() over (partition by case_id order by import_id desc, line) as age
    from complaint_lines
)
where age = 1;

-- one row per thing that happened to a case, from lists and by hand: place orders those of one day
create or replace view complaint_steps as
select
    fair_id, case_id, 'enter' as kind, received_on as day, null::varchar as owner, null::date as due_on,
    null::varchar as outcome, file_name as note, actor, imported_at as made_at, null::integer as event_id, 0 as place
from listed_cases
union all
select fair_id, case_id, 'assign', null, owner, null, null, null, actor, imported_at, null, 0
from listed_cases where owner is not null
union all
select fair_id, case_id, 'due', null, null, due_on, null, null, actor, imported_at, null, 0
from listed_cases where due_on is not null
union all
select fair_id, case_id, 'close', resolved_on, null, null, outcome, null, actor, imported_at, null, 0
from listed_cases where resolved_on is not null or is_closed
union all
select fair_id, case_id, 'reopen', reopened_on, null, null, null, null, actor, imported_at, null, 0
from listed_cases where reopened_on is not null or is_open_again or coalesce(was_reopened, false)
union all
select fair_id, case_id, kind, day, owner, due_on, outcome, note, actor, made_at, event_id, event_id
from complaint_events
where undone_at is null;

-- one row per case that is on a live list or was entered here: how it stands now; without a day of closing where only its state says that it is closed
create or replace view complaints as
with heads as (
    select
        fair_id, case_id, import_id, line, edition_id, exhibitor_key, exhibitor_name, topic, channel, received_on,
        status, description
    from listed_cases
    union all
    select
        fair_id, case_id, null, null, edition_id, exhibitor_key, exhibitor_name, topic, channel, day, null, note
    from complaint_events
    where kind = 'enter' and undone_at is null
),
turns as (
    select fair_id, case_id, is_closed, resolved_on as day, stands_since, 0 as place, outcome
    from listed_cases
    where is_closed or is_open_again or resolved_on is not null
    union all
    select fair_id, case_id, kind = 'close', day, day, event_id, outcome
    from complaint_events
    where kind in ('close', 'reopen') and undone_at is null
),
ends as (
    select
        fair_id, case_id,
        arg_max(is_closed, (stands_since, place)) as is_closed,
        arg_max(coalesce(day::varchar, ''), (stands_since, place)) as closed_on,
        arg_max(coalesce(outcome, ''), (stands_since, place)) as outcome
    from turns
    group by fair_id, case_id
),
cared as (
    select
        fair_id, case_id,
        arg_max(owner, (made_at, place)) filter (where kind = 'assign') as owner,
        arg_max(due_on, (made_at, place)) filter (where kind = 'due') as due_on,
        count(*) filter (where kind = 'reopen') as reopened,
        count(*) filter (where kind = 'answer') as answers,
        max(day) filter (where kind in ('answer', 'close')) as last_answer_on,
        list(day order by day) filter (where kind = 'close' and day is not null) as closings,
        list(day order by day) filter (where kind = 'reopen' and day is not null) as reopenings
    from complaint_steps
    group by fair_id, case_id
)
select
    h.fair_id, h.case_id, h.import_id, h.line, h.edition_id, k.exhibitor_id, h.exhibitor_name, h.topic, h.channel,
    h.received_on,
    case when e.is_closed then try_cast(e.closed_on as date) end as resolved_on,
    h.status, h.description,
    not coalesce(e.is_closed, false) as is_open,
    case when e.is_closed then nullif(e.outcome, '') end as outcome,
    nullif(c.owner, '') as owner, c.due_on,
    coalesce(c.reopened, 0) as reopened, coalesce(c.answers, 0) as answers, c.last_answer_on,
    coalesce(c.closings, []::date[]) as closings, coalesce(c.reopenings, []::date[]) as reopenings
from heads as h
left join ends as e on e.fair_id = h.fair_id and e.case_id = h.case_id
left join cared as c on c.fair_id = h.fair_id and c.case_id = h.case_id
left join exhibitor_keys as k on k.fair_id = h.fair_id and k.exhibitor_key = h.exhibitor_key;
