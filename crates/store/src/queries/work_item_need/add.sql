INSERT INTO work_item_need (work_item, need, fulfilment)
VALUES (?1, ?2, ?3)
