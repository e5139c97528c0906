-- one row per fair: what a response is worth (Kish, above 0 up to 1) where exhibitors answered several times; 1 where none did
with own as (
    select count(*)::double as n
    from chosen_responses($slice) as r
    group by coalesce(r.exhibitor_id, ''), case when r.exhibitor_id is null then r.response_id end
)
select coalesce(sum(n) / sum(n * n), 1e0) as worth from own;
