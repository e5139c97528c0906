-- one row per exhibitor that had come by then, at the edition looked at ($place) and the one before: what it brought there and at the editions before, and how it came
with lives as (
    select
        exhibitor_id, place, came, booth_area_sqm as area, editions_possible, editions_so_far, gap, streak, is_on_first_register,
        overall, intention, recommend, complaints_open, complaints_closed,
        money_of($money, fee, turnover) as money,
        is_money_elsewhere($money, has_fee_elsewhere, has_turnover_elsewhere) as is_elsewhere
    from chosen_customers($slice)
    where place <= $place
),
measured as (
    select
        *,
        sum(money) over recent as money_recent,
        count(money) over recent as known_recent,
        count(*) filter (where came) over recent as came_recent,
        lag(money, 1) over own as money_1, lag(money, 2) over own as money_2, lag(money, 3) over own as money_3,
        lag(area, 1) over own as area_1, lag(area, 2) over own as area_2,
        lag(overall, 1) over own as overall_1, lag(overall, 2) over own as overall_2
    from lives
    window
        own as (partition by exhibitor_id order by place),
        recent as (partition by exhibitor_id order by place rows between 2 preceding and current row)
)
select * from measured
where place >= $place - 1
order by place, exhibitor_id;
