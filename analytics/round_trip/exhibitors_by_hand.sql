-- one row per exhibitor and field that holds as written by hand: who wrote it, and when
select exhibitor_id as key, field, actor, made_at from hand_values where fair_id = $fair;
