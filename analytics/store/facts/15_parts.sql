-- one row per exhibitor and edition of the fair it took part in: 'before' where it took part in an earlier one, else 'first'; null at the first edition on file
create or replace macro experiences(fair) as table
select
    p.exhibitor_id, p.edition_id,
    case
        when e.number = min(e.number) over () then null
        when e.number > min(e.number) over (partition by p.exhibitor_id) then 'before'
        else 'first'
    end as experience
from (select distinct exhibitor_id, edition_id from participations) as p
join editions as e on e.edition_id = p.edition_id
where e.fair_id = fair;

-- one name: the group that an answer belongs to, by a field of the register, by experience, or by a question with one answer ('' where no group is asked for)
create or replace macro part_of(group_by, industry, region, size_band, ownership, experience, profile) as (
    case group_by
        when '' then ''
        when 'industry' then industry
        when 'region' then region
        when 'size_band' then size_band
        when 'ownership' then ownership
        when 'experience' then experience
        else case when len(profile[group_by]) = 1 then nullif(profile[group_by][1], '') end
    end
);
