-- one row per edition chosen and two stated intentions (step, other; 0 = does not plan to): what exhibitors that answered several times gave both, product of what the two count (no answer with itself), and how many answers after the first of an exhibitor that makes
with steps as (
    select
        a.edition_id, a.exhibitor_id, a.weight,
        floor((a.answer - q.scale_min) / (q.scale_max - q.scale_min) * $steps + 1e-9)::integer as step
    from repeated_answers($slice) as a
    join questions as q
        on q.edition_id = a.edition_id and q.audience = 'exhibitor' and q.is_measure and q.item_id = 'intention'
        and q.scale_max > q.scale_min
    where a.kind = 'measure' and a.key = 'intention'
),
own as (
    select
        edition_id, exhibitor_id, step, count(*) as n, sum(weight) as weight, sum(weight * weight) as weight_squares,
        sum(count(*)) over (partition by edition_id, exhibitor_id) as answers
    from steps
    group by edition_id, exhibitor_id, step
)
select
    own.edition_id, own.step, other.step as other,
    sum(own.weight * other.weight - case when own.step = other.step then own.weight_squares else 0e0 end) as product,
    sum((own.n * other.n - case when own.step = other.step then own.n else 0 end) / own.answers) as repeats
from own
join own as other on other.edition_id = own.edition_id and other.exhibitor_id = own.exhibitor_id
group by own.edition_id, own.step, other.step
having product > 1e-12
order by own.edition_id, own.step, other.step;
