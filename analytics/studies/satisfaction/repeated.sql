-- one row per edition, question ('measure' or 'item') and two answers in scale points: what exhibitors that answered several times gave both, product of what the two count (no answer with itself), and how many answers after the first of an exhibitor that makes
with own as (
    select
        a.edition_id, a.kind, a.key, a.exhibitor_id, a.answer, count(*) as n,
        sum(a.weight) as weight, sum(a.weight * a.weight) as weight_squares,
        sum(count(*)) over (partition by a.edition_id, a.kind, a.key, a.exhibitor_id) as answers
    from repeated_answers($slice) as a
    group by a.edition_id, a.kind, a.key, a.exhibitor_id, a.answer
)
select
    own.edition_id, own.kind, own.key, own.answer, other.answer as other,
    sum(own.weight * other.weight - case when own.answer = other.answer then own.weight_squares else 0e0 end) as product,
    sum((own.n * other.n - case when own.answer = other.answer then own.n else 0 end) / own.answers) as repeats
from own
join own as other
    on other.edition_id = own.edition_id and other.kind = own.kind and other.key = own.key
    and other.exhibitor_id = own.exhibitor_id
group by own.edition_id, own.kind, own.key, own.answer, other.answer
having product > 1e-12
order by own.edition_id, own.kind, own.key, own.answer, other.answer;
