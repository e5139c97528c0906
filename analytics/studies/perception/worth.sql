-- one row per fair: what a response is worth (Kish, above 0 up to 1) where exhibitors answered several times; 1 where none did
with own as (
    select sum(r.weight) as weight, sum(r.weight * r.weight) as weight_squares
    from chosen_responses($slice) as r
    group by coalesce(r.firm, ''), case when r.firm is null then r.response_id end
)
select coalesce(sum(weight_squares) / sum(weight * weight), 1e0) as worth from own;
