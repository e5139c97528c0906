-- one row per fair: names and firms written into the register by hand, and how many of them were taken back
with by_hand as (
    select undone_at from hand_exhibitors where fair_id = $fair
    union all
    select undone_at from hand_edits where fair_id = $fair and field = 'name'
)
select count(*) as written, count(undone_at) as undone from by_hand;
