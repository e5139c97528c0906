-- one row per edition, objective (null: none in particular) and two kinds of answer (named/goal/said): products of the weights of two answers of one exhibitor that answered several times, and how many answers after its first that makes
with asked as (
    select
        q.edition_id, q.scale_min, q.scale_max,
        case
            when q.scale_max - q.scale_min = 2 then q.scale_min + 1
            when q.scale_max - q.scale_min >= 11 then q.scale_max - (q.scale_max - q.scale_min) / 5
            when q.scale_max - q.scale_min >= 4 then q.scale_max - 1
            else q.scale_max
        end as least
    from questions as q
    where q.fair_id = $fair and q.audience = $audience and q.is_measure and q.item_id = 'goal_attainment'
        and q.scale_max > q.scale_min
),
wanted as (
    select unnest($objectives::varchar[]) as objective
    union all
    select null
),
kinds as (
    select
        r.edition_id, r.exhibitor_id, r.weight, wanted.objective,
        concat_ws(
            '/',
            case
                when list_contains(r.objectives, wanted.objective) then 'this'
                when len(r.objectives) > 0 then 'other'
                else 'none'
            end,
            case
                when asked.edition_id is null or r.goal_attainment is null then 'unrated'
                when r.goal_attainment / 100e0 >= asked.least - 1e-9 then 'reached'
                else 'missed'
            end,
            case
                when coalesce(len(r.attained), 0) = 0 then 'unsaid'
                when list_contains(r.attained, wanted.objective) then 'attained'
                else 'said'
            end
        ) as kind
    from chosen_repeats($slice) as r
    cross join wanted
    left join asked on asked.edition_id = r.edition_id
),
own as (
    select
        edition_id, objective, exhibitor_id, kind, count(*) as n,
        sum(weight) as weight, sum(weight * weight) as weight_squares,
        sum(count(*)) over (partition by edition_id, objective, exhibitor_id) as answers
    from kinds
    group by edition_id, objective, exhibitor_id, kind
)
select
    own.edition_id, own.objective, own.kind, other.kind as other,
    sum(own.weight * other.weight - case when own.kind = other.kind then own.weight_squares else 0e0 end) as product,
    sum((own.n * other.n - case when own.kind = other.kind then own.n else 0 end) / own.answers) as repeats
from own
join own as other
    on other.edition_id = own.edition_id and other.exhibitor_id = own.exhibitor_id
    and other.objective is not distinct from own.objective
group by own.edition_id, own.objective, own.kind, other.kind
having product > 1e-12
order by own.edition_id, own.objective, own.kind, other.kind;
